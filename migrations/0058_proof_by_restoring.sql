-- A copy is proven by a restore test and no longer by somebody's word (decision 34). What people had said stays in the journal.
drop table backup_proof;
