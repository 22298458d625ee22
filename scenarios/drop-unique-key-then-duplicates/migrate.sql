-- Codes may be handed out again.
ALTER TABLE coupons DROP CONSTRAINT coupons_code_key;
