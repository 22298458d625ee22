-- Customers may leave a phone number.
ALTER TABLE customers ADD COLUMN phone varchar(30);
