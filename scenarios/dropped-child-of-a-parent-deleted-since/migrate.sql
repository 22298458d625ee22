-- No more badges.
DROP TABLE badges;
