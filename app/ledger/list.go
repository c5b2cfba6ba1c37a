package ledger

import (
	"fmt"
	"time"

	"yidanqing/app"
)

// List is a version of the duty list as the ledger keeps it (清单版本).
type List struct {
	ID         string       `json:"id"`
	List       app.DutyList `json:"list"`
	ImportedAt time.Time    `json:"imported_at"` // UTC
	ImportedBy string       `json:"imported_by"`
	Withdrawn  bool         `json:"withdrawn,omitempty"` // imported by mistake: no longer used
}

// FoldList derives a list version from its events.
func FoldList(history []Entry) (List, error) {
	var l List
	for _, e := range history {
		switch e.Event.Type {
		case ListImported:
			l = List{ID: e.Event.Subject.ID, ImportedAt: e.Event.Time, ImportedBy: e.Event.Actor}
			if err := decode(e, &l.List); err != nil {
				return List{}, err
			}
		case ListWithdrawn:
			l.Withdrawn = true
		default:
			return List{}, fmt.Errorf("%s is not an event of a list", e.Event.Type)
		}
	}
	return l, nil
}

// Register is a register as the ledger keeps it (名录).
type Register struct {
	ID         string       `json:"id"`
	Register   app.Register `json:"register"`
	ImportedAt time.Time    `json:"imported_at"` // UTC
	ImportedBy string       `json:"imported_by"`
	Withdrawn  bool         `json:"withdrawn,omitempty"` // imported by mistake: no longer used
}

// FoldRegister derives a register from its events.
func FoldRegister(history []Entry) (Register, error) {
	var r Register
	for _, e := range history {
		switch e.Event.Type {
		case RegisterImported:
			r = Register{ID: e.Event.Subject.ID, ImportedAt: e.Event.Time, ImportedBy: e.Event.Actor}
			if err := decode(e, &r.Register); err != nil {
				return Register{}, err
			}
		case RegisterWithdrawn:
			r.Withdrawn = true
		default:
			return Register{}, fmt.Errorf("%s is not an event of a register", e.Event.Type)
		}
	}
	return r, nil
}
