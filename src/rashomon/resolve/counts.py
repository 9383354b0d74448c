"""Counts of things tied to the incidents of a report, as figures of people are."""

from dataclasses import replace

from rashomon.model import Count, Reading


def tie_counts(reading: Reading) -> Reading:
    """The reading with each count led to the incident that holds its mention, else to the main one.

    A count over a war or a year belongs to no incident.
    """
    holder = {mention.id: incident.id for incident in reading.incidents for mention in incident.mentions}
    main = next((incident.id for incident in reading.incidents if incident.main), None)

    def tied(count: Count) -> Count:
        incident = None if count.status == "background" else holder.get(count.mention or "", main)
        return replace(count, incident=incident)

    return replace(reading, counts=tuple(map(tied, reading.counts)))
