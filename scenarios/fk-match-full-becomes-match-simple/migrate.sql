-- Half a currency pair is allowed while a payment is being typed.
ALTER TABLE payments DROP CONSTRAINT payments_rate_fk;
ALTER TABLE payments ADD CONSTRAINT payments_rate_fk FOREIGN KEY (from_cur, to_cur) REFERENCES rates MATCH SIMPLE;
