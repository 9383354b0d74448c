"""From words to things: names to actors, toponyms to places, time phrases to intervals, mentions to incidents."""
