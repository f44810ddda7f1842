"""Pages: what all of them share: templates, style, language, content policy, answers to what is refused."""
