-- Amounts carry the rate at which they were booked.
ALTER TYPE money_amount ADD ATTRIBUTE rate numeric;
ALTER TYPE money_amount RENAME ATTRIBUTE currency TO cur;
