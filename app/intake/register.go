package intake

import (
	"context"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// Register gives the notice its number and writes it with its demands. CodeConflict if the same words are registered
// already. The draft is erased.
func (s *Service) Register(ctx context.Context, d Draft) (ledger.Notice, error) {
	if err := refuseSecret(d.Document); err != nil {
		return ledger.Notice{}, err
	}
	files, err := s.keepFiles(ctx, d.Originals)
	if err != nil {
		return ledger.Notice{}, err
	}
	var n ledger.Notice
	err = s.Writer.Write(ctx, func(b ledger.Book) error {
		if twin, err := b.Twin(ctx, d.Digest, "", ""); err == nil {
			return app.Errorf(app.CodeConflict, "%s。", sameMessage(twin))
		} else if app.ErrorCode(err) != app.CodeNotFound {
			return err
		}
		id, err := s.write(ctx, b, d, files)
		if err != nil {
			return err
		}
		n, err = b.Notice(ctx, id)
		return err
	})
	if err != nil {
		return ledger.Notice{}, err
	}
	if err := s.Drafts.EraseDraft(ctx); err != nil {
		return n, app.WrapError(app.ErrorCode(err), err, "已登记为%s；草稿文件没有删掉，下次打开时请点“不保留”。", n.Number())
	}
	return n, nil
}

func (s *Service) keepFiles(ctx context.Context, originals []Original) ([]ledger.File, error) {
	var files []ledger.File
	for _, o := range originals {
		digest, err := s.Blobs.Put(ctx, o.Data)
		if err != nil {
			return nil, err
		}
		files = append(files, ledger.File{Name: o.Name, Digest: digest, Size: int64(len(o.Data))})
	}
	return files, nil
}

// write appends the notice, its content and its demands, and lets a 更正件 take the place of the earlier one.
func (s *Service) write(ctx context.Context, b ledger.Book, d Draft, files []ledger.File) (string, error) {
	today := app.DateOf(s.Now())
	no, err := b.NextNo(ctx, today.Year)
	if err != nil {
		return "", err
	}
	id := b.NewID()
	p := ledger.NoticePayload{Year: today.Year, No: no, Entered: today, Channel: d.Channel, Received: d.Received}
	if d.Correction && d.Twin != nil {
		p.Supersedes = d.Twin.Notice
	}
	subject := ledger.Subject{Kind: ledger.SubjectNotice, ID: id}
	if _, err := b.Append(ctx, subject, ledger.NoticeRegistered, p); err != nil {
		return "", err
	}
	content := ledger.ContentPayload{Document: d.Document, Digest: d.Digest, Files: files, Check: d.Check, Fixed: d.Fixed}
	if _, err := b.Append(ctx, subject, ledger.NoticeContent, content); err != nil {
		return "", err
	}
	for i, demand := range d.Check.Demands {
		if err := ledger.AppendDemand(ctx, b, id, i+1, demand); err != nil {
			return "", err
		}
	}
	if p.Supersedes != "" {
		return id, ledger.Supersede(ctx, b, p.Supersedes, ledger.Notice{ID: id, Year: p.Year, No: p.No})
	}
	return id, nil
}
