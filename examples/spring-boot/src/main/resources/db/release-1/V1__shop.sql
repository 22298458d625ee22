-- SPDX-License-Identifier: Apache-2.0
CREATE TABLE customers (
    id    integer PRIMARY KEY,
    name  varchar(60) NOT NULL,
    email varchar(120) NOT NULL UNIQUE
);

CREATE TABLE orders (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id integer NOT NULL REFERENCES customers,
    amount      numeric(10, 2) NOT NULL CHECK (amount > 0),
    delivered   boolean NOT NULL DEFAULT false
);

CREATE TABLE payments (
    order_id bigint PRIMARY KEY REFERENCES orders,
    amount   numeric(10, 2) NOT NULL
);

INSERT INTO customers VALUES
    (1, 'Ada', 'ada@example.org'),
    (2, 'Ben', 'ben@example.org');
