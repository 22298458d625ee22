-- The weight belongs to the parcel.
ALTER TABLE parcels ADD COLUMN weight integer;
UPDATE parcels p SET weight = o.weight FROM orders o WHERE o.id = p.order_id;
ALTER TABLE orders DROP COLUMN weight;
