"""The bijlage Wijkportretten: a page per wijk, laid out natively in Typst."""
