int hk_stub(void);
