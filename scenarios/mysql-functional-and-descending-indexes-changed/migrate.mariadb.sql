-- Every index changes a little, and one stays no longer unique.
ALTER TABLE f DROP KEY f_up, ADD KEY f_up (b(50)), DROP KEY f_mix, ADD KEY f_mix (a, id), DROP KEY f_pre, ADD KEY f_pre (b(20), a);
ALTER TABLE f DROP KEY f_once, ADD KEY f_once (a DESC);
