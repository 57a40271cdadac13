"""The briefing and the lists on paper: content as data, then typst or XlsxWriter."""
