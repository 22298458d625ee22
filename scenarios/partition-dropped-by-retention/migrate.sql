-- Clicks older than two years are dropped.
DROP TABLE clicks_2022;
