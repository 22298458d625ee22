-- The same article may lie at several sites.
ALTER TABLE stock DROP CONSTRAINT stock_sku_key;
ALTER TABLE stock ADD CONSTRAINT stock_sku_site_key UNIQUE (sku, site);
