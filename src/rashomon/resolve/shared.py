"""Words that an attack and its answer both lay claim to: they stand on one side of the other's trigger.

"Warplanes struck a depot overnight, in retaliation for the attack on a base in Herat on Monday": "overnight" is the
strike's, Herat is the attack's. A day behind the attack is left to both: an answer often comes on that day too.
"""

from dataclasses import replace

from rashomon.model import IncidentMention, Span


def unshared(events: tuple[IncidentMention, ...]) -> tuple[IncidentMention, ...]:
    """The mentions, each without the times and places that belong to the one it answers or that answers it."""
    answers = {(event.id, answer) for event in events for answer in event.answers}
    return tuple(
        _unshared(
            event,
            answering=[other for other in events if (other.id, event.id) in answers],
            answered=[other for other in events if (event.id, other.id) in answers],
        )
        for event in events
    )


def _unshared(
    event: IncidentMention, *, answering: list[IncidentMention], answered: list[IncidentMention]
) -> IncidentMention:
    def between(span: Span, other: IncidentMention) -> bool:
        return other.trigger[0].end <= span.start < event.trigger[0].start

    def behind(span: Span, other: IncidentMention) -> bool:
        return event.trigger[0].end <= other.trigger[0].start < span.start

    time = (s for s in event.time if not any(s in other.time and between(s, other) for other in answering))
    place = (
        s
        for s in event.place
        if not any(s in other.place and between(s, other) for other in answering)
        and not any(s in other.place and behind(s, other) for other in answered)
    )
    return replace(event, time=tuple(time), place=tuple(place))
