"""What pages show, laid out for templates that decide nothing."""
