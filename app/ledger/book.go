package ledger

import (
	"context"
	"fmt"
	"time"

	"yidanqing/app"
)

// Book is the ledger inside one writing transaction. What Append writes is seen by the reads after it; nothing of it
// stays if the function that was given the Book returns an error.
type Book interface {
	// Now is the time of the transaction, UTC. All its events carry it.
	Now() time.Time
	// NewID is an ID that no installation gives twice.
	NewID() string
	// Settings are the office's settings in force.
	Settings(ctx context.Context) (Settings, error)
	// Notice gives a notice with its demands; CodeNotFound if there is none.
	Notice(ctx context.Context, id string) (Notice, error)
	// Demand gives a demand; CodeNotFound if there is none.
	Demand(ctx context.Context, id string) (Demand, error)
	// Paper gives a paper; CodeNotFound if there is none.
	Paper(ctx context.Context, id string) (Paper, error)
	// Twin finds a live notice with the same digest of the normalised text, else the last one with the same document
	// number: of the same title first; another title counts only where the number names its issuer (OwnNumber).
	// CodeNotFound if there is none.
	Twin(ctx context.Context, digest, title, docNo string) (Notice, error)
	// NextNo is the next ledger number of a year. It is not given again, also if the notice is voided.
	NextNo(ctx context.Context, year int) (int, error)
	// NextSerial is the next serial by prefix, kind and year; never given again, also if the paper is voided.
	NextSerial(ctx context.Context, prefix string, kind PaperKind, year int) (int, error)
	// NumberTaken tells whether a paper number as printed is in the ledger already.
	NumberTaken(ctx context.Context, number string) (bool, error)
	// ListOn is the list version in force on a day, nil if there is none.
	ListOn(ctx context.Context, d app.Date) (*List, error)
	// Append writes one event. The payload is encoded as canonical JSON. An event that does not fit the record's state
	// is refused with CodeState and changes nothing.
	Append(ctx context.Context, s Subject, t EventType, payload any) (Ref, error)
	// Erase removes the payloads of the erasable events of a notice, its demands and its papers, and gives what
	// was removed. The event that says so is appended by the caller.
	Erase(ctx context.Context, notice string) (ErasedPayload, error)
}

// Writer runs one operation of the office in one transaction.
type Writer interface {
	Write(ctx context.Context, operation func(Book) error) error
}

// CheckHistory derives the record that a history belongs to and gives the error that the fold gives. A history that
// passes can be written.
func CheckHistory(history []Entry) error {
	if len(history) == 0 {
		return nil
	}
	var err error
	switch history[0].Event.Subject.Kind {
	case SubjectNotice:
		_, err = FoldNotice(history)
	case SubjectDemand:
		_, err = FoldDemand(history)
	case SubjectPaper:
		_, err = FoldPaper(history)
	case SubjectOffice:
		_, err = FoldSettings(history)
	case SubjectList:
		_, err = FoldList(history)
	case SubjectRegister:
		_, err = FoldRegister(history)
	case SubjectOldLedger:
		_, err = FoldOldLedger(history)
	case SubjectRule:
		_, err = FoldRule(history)
	case SubjectPack:
		_, err = FoldPack(history)
	case SubjectWord:
		_, err = FoldWord(history)
	case SubjectPrecedent:
		_, err = FoldPrecedent(history)
	case SubjectWording:
		_, err = FoldSentence(history)
	case SubjectOrigin:
		_, err = FoldOrigin(history)
	default:
		err = fmt.Errorf("unknown kind of record %q", history[0].Event.Subject.Kind)
	}
	return err
}
