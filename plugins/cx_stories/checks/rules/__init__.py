"""One file per fault; none knows another."""
