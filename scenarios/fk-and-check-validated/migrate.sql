-- Both constraints are proven at last.
ALTER TABLE items VALIDATE CONSTRAINT items_box_fk;
ALTER TABLE items VALIDATE CONSTRAINT items_weight_check;
