"""Mail as it is stored: headers, parts, attachments, and telegrams pasted into it."""
