INSERT INTO public.items (v) VALUES ('public 6');
INSERT INTO app.items (v, extra) VALUES ('app 6', 'x6');
UPDATE public.items SET v = 'changed' WHERE id = 1;
UPDATE app.items SET v = 'changed' WHERE id = 2;
DELETE FROM app.items WHERE id = 3;
DELETE FROM public.items WHERE id = 3;
