-- SPDX-License-Identifier: Apache-2.0
--@ rename
ALTER TABLE %backup%.customers_backup RENAME TO x;
--@ drop
DROP SCHEMA %backup% CASCADE;
