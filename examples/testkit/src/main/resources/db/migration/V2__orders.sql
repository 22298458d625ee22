CREATE TABLE orders (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer integer NOT NULL REFERENCES customer,
    status varchar(10) NOT NULL CHECK (status IN ('open', 'paid', 'sent')),
    amount numeric(10, 2) NOT NULL CHECK (amount >= 0));
CREATE INDEX orders_of_customer ON orders (customer);
