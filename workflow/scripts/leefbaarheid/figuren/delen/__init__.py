"""What figures are built from: house style, sheet, axes, labels, legends, notes."""
