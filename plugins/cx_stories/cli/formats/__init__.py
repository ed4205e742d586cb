"""What `cx check` prints, in the form that a person, an editor or a service reads."""
