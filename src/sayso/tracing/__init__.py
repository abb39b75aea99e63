"""Room 3: which reports are echoes of one origin? Pure functions; the door is `sayso.tracing.trace.trace`."""
