-- Orders can be cancelled.
ALTER TYPE order_state ADD VALUE 'cancelled' BEFORE 'shipped';
