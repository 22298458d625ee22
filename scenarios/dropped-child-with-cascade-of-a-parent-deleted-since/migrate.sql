-- Lines move into the search engine.
DROP TABLE cart_lines;
