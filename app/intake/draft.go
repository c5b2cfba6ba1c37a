package intake

import (
	"context"
	"encoding/json"
	"fmt"

	"yidanqing/app"
)

// keptDraft is the draft as it lies beside the database.
type keptDraft struct {
	Format int   `json:"format"`
	Draft  Draft `json:"draft"`
}

const draftFormat = 1

// Keep saves the draft so that it survives a crash. A text with a secrecy mark is never saved.
func (s *Service) Keep(ctx context.Context, d Draft) error {
	if err := refuseSecret(d.Document); err != nil {
		return err
	}
	b, err := json.Marshal(keptDraft{draftFormat, d})
	if err != nil {
		return fmt.Errorf("draft: %w", err)
	}
	return s.Drafts.SaveDraft(ctx, b)
}

// Kept gives the draft saved before a crash; ok is false if there is none. It is checked anew: the lists may have
// changed, and the day received may not be today any more. What cannot be read, or carries a mark, is erased.
func (s *Service) Kept(ctx context.Context) (d Draft, ok bool, err error) {
	b, err := s.Drafts.LoadDraft(ctx)
	if app.ErrorCode(err) == app.CodeNotFound {
		return Draft{}, false, nil
	}
	if err != nil {
		return Draft{}, false, err
	}
	var k keptDraft
	if json.Unmarshal(b, &k) != nil || k.Format != draftFormat || refuseSecret(k.Draft.Document) != nil {
		return Draft{}, false, s.Discard(ctx)
	}
	d, err = s.checked(ctx, k.Draft, k.Draft)
	if err != nil {
		return Draft{}, false, err
	}
	return d, true, nil
}

// Discard erases the saved draft.
func (s *Service) Discard(ctx context.Context) error { return s.Drafts.EraseDraft(ctx) }
