"""Room 2: which claims are about the same event? Pure functions; the door is `sayso.linking.link.link`."""
