-- The big plan.
ALTER TYPE plan ADD VALUE 'enterprise';
