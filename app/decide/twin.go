package decide

import (
	"context"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// keepTwin makes the editable copy of a paper that is being issued and keeps it beside the PDF: made later, it could say
// what the paper does not.
func (s *Service) keepTwin(ctx context.Context, p *plan, number string) (*ledger.File, error) {
	data, err := s.Press.Twin(ctx, p.kind, p.subject, p.request.Evidence)
	if err != nil {
		return nil, err
	}
	digest, err := s.Blobs.Put(ctx, data)
	if err != nil {
		return nil, err
	}
	return &ledger.File{Name: number + ".docx", Digest: digest, Size: int64(len(data))}, nil
}

// SaveTwin writes the editable copy of an issued paper (另存为 Word) into a folder and gives its path.
func (s *Service) SaveTwin(ctx context.Context, paperID, folder string) (string, error) {
	p, err := s.Reader.Paper(ctx, paperID)
	if err != nil {
		return "", err
	}
	if p.Twin == nil {
		return "", app.Errorf(app.CodeNotFound, "%s没有可编辑副本：内容已删除，或出文时没有生成。PDF 不受影响。", p.Number)
	}
	data, err := s.Blobs.Get(ctx, p.Twin.Digest)
	if err != nil {
		return "", err
	}
	name, err := s.nameOf(ctx, p)
	if err != nil {
		return "", err
	}
	return s.Blobs.Export(ctx, folder, name+".docx", data)
}

// SaveDraftTwin writes the editable copy of a 送审稿 into a folder and gives its path. It changes nothing.
func (s *Service) SaveDraftTwin(ctx context.Context, r Request, folder string) (string, error) {
	p, err := s.planned(ctx, r)
	if err != nil {
		return "", err
	}
	data, err := s.Press.Twin(ctx, p.kind, p.subject, r.Evidence)
	if err != nil {
		return "", err
	}
	return s.Blobs.Export(ctx, folder, s.draftName(p)+".docx", data)
}
