"""From readings to incidents: copies of one story, mentions of one incident, what answers what."""
