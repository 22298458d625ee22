-- SPDX-License-Identifier: Apache-2.0
--@ rename
ALTER TABLE %backup%.customers_backup RENAME TO %backup%.x;
--@ drop
DROP SCHEMA %backup% CASCADE;
