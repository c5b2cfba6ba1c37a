package ledger

import (
	"fmt"
	"time"
)

// kept is a thing that comes into the ledger whole and may be taken out of use again: a list, a register, a negative
// list, a word.
type kept[T any] struct {
	id    string
	value T
	at    time.Time
	by    string
	gone  bool
}

// foldKept derives such a thing from its events: in brings it, out takes it out of use. what names it in the error on any
// other event.
func foldKept[T any](history []Entry, in, out EventType, what string) (kept[T], error) {
	var k kept[T]
	for _, e := range history {
		switch e.Event.Type {
		case in:
			k = kept[T]{id: e.Event.Subject.ID, at: e.Event.Time, by: e.Event.Actor}
			if err := decode(e, &k.value); err != nil {
				return kept[T]{}, err
			}
		case out:
			k.gone = true
		default:
			return kept[T]{}, fmt.Errorf("%s is not an event of %s", e.Event.Type, what)
		}
	}
	return k, nil
}
