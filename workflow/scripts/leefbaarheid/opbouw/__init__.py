"""From official files to the context table: a recipe, carried out."""
