"""Stories from elsewhere: columns, old case studies and tables of them, as drafts for a person to finish."""
