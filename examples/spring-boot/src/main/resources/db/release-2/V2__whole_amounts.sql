-- SPDX-License-Identifier: Apache-2.0
-- Reports want whole amounts, the newsletter has the mail addresses, and some orders are urgent.
ALTER TABLE orders ALTER COLUMN amount TYPE integer;
ALTER TABLE orders ADD COLUMN priority integer NOT NULL DEFAULT 0;
ALTER TABLE customers DROP COLUMN email;
