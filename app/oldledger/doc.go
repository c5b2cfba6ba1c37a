// Package oldledger reads a ledger that an office kept in a table before this program (旧台账): which column is what, what
// day, kind and handling its words tell. A row that cannot be read is named with its reason; none is dropped in silence,
// and what a row does not say is not guessed. It judges nothing.
package oldledger
