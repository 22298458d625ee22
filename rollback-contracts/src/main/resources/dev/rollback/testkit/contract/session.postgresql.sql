-- SPDX-License-Identifier: Apache-2.0
--@ change
SET search_path = public, pg_catalog;
SET statement_timeout = '77s';
SET lock_timeout = '33s';
SET TIME ZONE 'Asia/Tokyo';
--@ settings
SELECT current_setting('search_path');
SELECT current_setting('statement_timeout');
SELECT current_setting('lock_timeout');
SELECT current_setting('TimeZone');
SELECT current_setting('transaction_isolation');
SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid();
