"""What people judged, in files under version control: it stands over what the machine found."""
