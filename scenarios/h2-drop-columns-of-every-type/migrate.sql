-- Everything but the key is dropped.
ALTER TABLE t DROP COLUMN (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, u, v, w, x, y, z);
