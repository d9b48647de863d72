"""The one country that a report is set in, for its police, courts and ministries."""
