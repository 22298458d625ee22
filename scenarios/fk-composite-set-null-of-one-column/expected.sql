INSERT INTO visits (tenant, site_no, at) VALUES (1, 1, '2024-05-01'), (1, NULL, '2024-05-02');
UPDATE visits SET at = '2024-05-03' WHERE id = 1;
DELETE FROM visits WHERE id = 2;
UPDATE sites SET name = 'Renamed' WHERE tenant = 1 AND no = 1;
