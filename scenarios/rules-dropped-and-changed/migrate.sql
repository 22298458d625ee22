-- Rules make way for code.
DROP RULE live_copy ON live;
DROP RULE live_keep ON live;
DROP RULE view_upd ON live_view;
CREATE OR REPLACE RULE view_ins AS ON INSERT TO live_view DO INSTEAD INSERT INTO live VALUES (NEW.id, upper(NEW.v));
