"""GeoNames' full dump, compiled into a gazetteer of one's own."""
