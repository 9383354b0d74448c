"""The map of incidents as a drawing: what is known of a place is all that is drawn of it."""

from rashomon.web.views.map.drawing import Drawing, drawing_of

__all__ = ["Drawing", "drawing_of"]
