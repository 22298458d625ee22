-- Places are two numbers now.
ALTER TABLE s ADD x double, ADD y double;
UPDATE s SET x = ST_X(at), y = ST_Y(at);
ALTER TABLE s DROP KEY s_at;
ALTER TABLE s DROP COLUMN area, MODIFY at point;
