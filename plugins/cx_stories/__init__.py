"""CX Stories: publish customer-experience case studies as a knowledge base."""
