-- SPDX-License-Identifier: Apache-2.0
--@ rename
RENAME TABLE %backup%.customers_backup TO %backup%.x;
--@ drop
DROP DATABASE %backup%;
