// Package ledger holds what the office's ledger (台账) is made of: events and their chains, the records that are
// derived from them, the states of a demand, and numbers.
//
// Events are the truth. A record (Notice, Demand, Paper …) is the fold of the events of its own subject and of nothing
// else, so that it can be rebuilt at any time and a change of one record can never depend on the order in which others
// were read. An operation of the office that touches several records (出文 touches a paper and each demand that it
// answers) writes one event for each of them in one transaction, all with the same time.
//
// What must outlive an erasure (numbers, dates, who decided what) and what can be erased (texts, fields, files) stand
// in events of different types: see EventType.Erasable.
//
// Nothing here reads a clock, a file or a database.
package ledger
