-- A better word for it, and nobody thinks of the view.
ALTER TABLE p RENAME TO product;
RENAME TABLE c TO child;
